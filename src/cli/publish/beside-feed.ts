import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileOf } from './addresses.js';

/**
 * What finds the file that a relative address of a feed names: from its folder, and only there, below the working folder
 * and below `home`. A feed made of other people's feeds must not bring other files of this machine to light.
 *
 * @param feed The feed's file.
 * @param home A further folder.
 * @returns What gives the path of a file, and throws where there is none, or it is elsewhere.
 */
export async function besideFeed(feed: string, home = '.'): Promise<(address: string) => Promise<string>> {
  const homes = [await realpath(dirname(resolve(feed))), await realpath('.'), await realpath(home)];
  return async (address) => {
    const path = await realpath(resolve(dirname(feed), fileOf(address)));
    if (homes.every((home) => isOutside(relative(home, path)))) {
      throw new Error('it is outside the folder of the feed and the current folder');
    }
    return path;
  };
}

const isOutside = (path: string) => path.startsWith('..') || isAbsolute(path);

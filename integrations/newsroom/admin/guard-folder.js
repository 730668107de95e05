// On a code host the CMS sees that somebody else has changed a release meanwhile, and asks. In a folder of this machine it
// writes over it: here the file is compared with what it was when the form was opened, or last saved from here.

const messages = {
  fr: 'Ce texte a été modifié entre-temps par quelqu’un d’autre. Rien n’a été enregistré, et votre texte est toujours là : copiez-le, rouvrez le formulaire, et ajoutez ce qui manque.',
  es: 'Otra persona ha cambiado este texto mientras tanto. No se ha guardado nada, y su texto sigue aquí: cópielo, vuelva a abrir el formulario y añada lo que falte.',
  en: 'Somebody else has changed this text meanwhile. Nothing was saved, and your text is still here: copy it, open the form again, and add what is missing.',
};

/** The folder that was chosen, as the CMS has stored it; undefined on a code host, and before anybody has signed in. */
async function chosenFolder() {
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
    const store = 'file-system-handles';
    const folder =
      database?.objectStoreNames.contains(store) &&
      (await new Promise((done) => {
        const request = database.transaction(store).objectStore(store).get('root_dir_handle');
        request.onsuccess = () => done(request.result?.value ?? request.result);
        request.onerror = () => done(undefined);
      }));
    database?.close();
    if (folder) return folder;
  }
  return undefined;
}

/** The text of a file; undefined where there is none. */
async function textOf(path) {
  try {
    let folder = await chosenFolder();
    const names = path.split('/');
    const file = names.pop();
    for (const name of names) folder = await folder.getDirectoryHandle(name);
    return await (await (await folder.getFileHandle(file)).getFile()).text();
  } catch {
    return undefined;
  }
}

/** Texts of files as the forms that are open know them. */
const known = new Map();

/** Told that a form shows a file. */
export function formShows(path) {
  if (!path || known.has(path)) return;
  known.set(path, undefined);
  void textOf(path).then((text) => known.set(path, text));
}

/** Told that a form is closed: what it knew is of no use any more. */
const forget = () => known.clear();

/**
 * Keeps two people from writing over each other in one folder.
 *
 * @param {object} CMS
 * @param {string} language Of the message: `fr`, `es` or `en`.
 */
export function guardFolder(CMS, language) {
  addEventListener('hashchange', forget);
  CMS.registerEventListener({
    name: 'preSave',
    handler: async ({ entry }) => {
      const path = entry.get('path');
      const before = known.get(path);
      const now = before === undefined ? undefined : await textOf(path);
      if (now !== undefined && now !== before) {
        alert(messages[language]);
        throw new Error(messages[language]);
      }
      return entry;
    },
  });
  CMS.registerEventListener({
    name: 'postSave',
    handler: ({ entry }) => {
      known.delete(entry.get('path'));
      formShows(entry.get('path'));
    },
  });
}

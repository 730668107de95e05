import { renderToString } from 'react-dom/server';
import { App } from './App';

export const render = (src: string) => renderToString(<App src={src} />);

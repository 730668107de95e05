import { hydrateRoot } from 'react-dom/client';
import { App } from './App';

hydrateRoot(document.getElementById('app')!, <App src={document.body.dataset.src!} />);

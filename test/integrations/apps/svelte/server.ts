import { render as renderApp } from 'svelte/server';
import App from './App.svelte';

export const render = (src: string) => renderApp(App, { props: { src } }).body;

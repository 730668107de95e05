// admin.js starts the CMS, once it has its configuration.
window.CMS_MANUAL_INIT = true;
// Copies of what it would load from other hosts; see scripts/own-cms.mjs.
window.ownPackages = new URL('sveltia/packages/', document.baseURI).href;

/** The packages whose code is in the scripts that pages load; the others are for Node and for the workshop. */
export const bundled = ['lit', '@lit-labs/ssr-client', 'dompurify', 'uqr', 'd3-geo', 'topojson-client', 'world-atlas'];

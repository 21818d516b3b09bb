import { gzipSync } from 'node:zlib';
import type { ReportData } from './reportData.js';

/** The program of the page, built for browsers. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
}

/** Base64 of what is packed: no markup can begin in it. */
const packed = (text: string): string => gzipSync(text, { level: 9 }).toString('base64');

/** Nothing is fetched, whatever the data holds. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * Unpacks the program and runs it. It is a string, for it is the one script that a browser finds in the file as it is: what a
 * browser is too old for, it says.
 */
const loader = `
const said = (text) => { document.getElementById('app').textContent = text; };
const unpack = (id) => {
  const letters = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
};
if (typeof DecompressionStream === 'undefined') said('This page needs a browser of 2023 or newer.');
else Promise.all([unpack('program'), unpack('data')]).then(([program, data]) => {
  globalThis.reportData = JSON.parse(data);
  const script = document.createElement('script');
  script.textContent = program;
  document.body.append(script);
}, (error) => said('This page is damaged: ' + error));
`;

/** The page as one file that needs no other: HTML, equal for equal data. */
export const reportPage = (data: ReportData, { script, style }: PageProgram): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="ratecard ${data.version.replace(/[^\w.+-]/g, '')}">
<title>ratecard: AI models and what they cost</title>
<link rel="icon" href="data:,">
<style>${style.replaceAll('</', '<\\/')}</style>
</head>
<body>
<div id="app">Unpacking the table …</div>
<noscript>This page shows its table with JavaScript, which is turned off here.</noscript>
<script type="text/plain" id="data">${packed(JSON.stringify(data))}</script>
<script type="text/plain" id="program">${packed(script)}</script>
<script>${loader}</script>
</body>
</html>
`;

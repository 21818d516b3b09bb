import './style.css';
import { render } from 'preact';
import type { ReportData } from '../report/reportData.js';
import { App } from './App.js';
import { bookOf } from './book.js';

declare global {
  /** Unpacked before this program runs. */
  var reportData: ReportData;
}

const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App book={bookOf(globalThis.reportData)} />, root);
}

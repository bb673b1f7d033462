import './api/without-eval.js';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { wearTheme } from './theme/theme-choice.js';
import { en } from './words/en.js';
import { likelyLanguage } from './words/language-choice.js';
import { loadWords } from './words/words.js';

const place = document.getElementById('console');
if (place === null) throw new Error('index.html has no #console to draw the pages into');

wearTheme();
const language = likelyLanguage();
const words = await loadWords(language).catch(() => en);
createRoot(place).render(
  <StrictMode>
    <App first={{ language, words }} />
  </StrictMode>,
);

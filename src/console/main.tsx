import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SimulatorPage } from './simulator/simulator-page.js';

const place = document.getElementById('console');
if (place === null) throw new Error('index.html has no #console to draw the page into');

createRoot(place).render(
  <StrictMode>
    <SimulatorPage />
  </StrictMode>,
);

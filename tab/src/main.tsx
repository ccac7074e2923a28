import './app/base.css';
import { invariant } from '@kaigi/core/shared';
import { createRoot } from 'react-dom/client';
import { CrashBoundary } from './app/CrashBoundary.tsx';
import { Start } from './app/Start.tsx';

const root = document.getElementById('root');
invariant(root, 'index.html has no #root');
createRoot(root).render(
  <CrashBoundary>
    <Start />
  </CrashBoundary>,
);

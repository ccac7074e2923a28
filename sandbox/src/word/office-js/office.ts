import { install } from './install.ts';

// The script comes from the window's own address: that is the only page it will ever talk with.
const script = document.currentScript;
install(script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : window.location.origin);

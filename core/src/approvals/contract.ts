// Everything about cases that crosses the wire; safe in a browser.
export * from './act-words.ts';
export * from './contract-acts.ts';
export * from './contract-history.ts';
export * from './contract-lists.ts';
export * from './contract-may.ts';
export * from './contract-parts.ts';
export * from './contract-slots.ts';
export * from './contract-views.ts';
export * from './reading-pack/contract.ts';

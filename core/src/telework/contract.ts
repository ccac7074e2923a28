// Everything of テレワーク・庶務 that crosses the wire. Safe in a browser.
export * from './applications/contract.ts';
export * from './disaster/contract.ts';
export * from './disaster/roll-contract.ts';
export * from './registrations/contract.ts';
export * from './reports/contract.ts';
export * from './requests/contract.ts';

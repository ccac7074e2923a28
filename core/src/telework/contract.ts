// Everything of テレワーク・庶務 that crosses the wire. Safe in a browser.
export * from './applications/contract.ts';
export * from './disaster/contract.ts';
export * from './disaster/roll-contract.ts';
export * from './hours/contract.ts';
export * from './leave/contract.ts';
export * from './leave/request-contract.ts';
export * from './overtime/contract.ts';
export * from './presence/contract.ts';
export * from './punches/contract.ts';
export * from './registrations/contract.ts';
export * from './reports/contract.ts';
export * from './requests/contract.ts';
export * from './sheets/closing-contract.ts';
export * from './sheets/contract.ts';
export * from './trips/contract.ts';
export * from './whereabouts/contract.ts';

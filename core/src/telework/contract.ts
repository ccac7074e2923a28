// Everything of テレワーク・庶務 that crosses the wire.
export * from './hours/contract.ts';
export * from './punches/contract.ts';

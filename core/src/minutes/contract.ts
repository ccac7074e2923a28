export * from './lines/contract.ts';
export * from './meetings/contract.ts';
export * from './paper/contract.ts';
export * from './publication/contract.ts';
export * from './round/contract.ts';
export * from './sentences/contract.ts';
export * from './signing/contract.ts';

// Everything of 予定・在席・会議室 that crosses the wire. Safe in a browser.
export * from './bookings/contract.ts';
export * from './panel/contract.ts';
export * from './panel/explanations/contract.ts';
export * from './panel/windows/contract.ts';
export * from './papers/contract.ts';
export * from './polls/contract.ts';
export * from './rooms/contract.ts';
export * from './slots/contract.ts';
export * from './week/contract.ts';
export * from './written/contract.ts';
export * from './yearly/contract.ts';

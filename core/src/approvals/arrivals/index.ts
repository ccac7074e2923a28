export { type ArrivalParts, arrivals } from './arrivals.ts';
export { receiptsTold } from './receipts.ts';
export { arrivalTexts } from './text.ts';

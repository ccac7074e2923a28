export { type ArrivalParts, arrivals } from './arrivals.ts';
export { loansTold } from './loans.ts';
export { receiptsTold } from './receipts.ts';
export { arrivalTexts } from './text.ts';
export { weekTold } from './week.ts';

export { type ArrivalParts, arrivals } from './arrivals.ts';
export { arrivalTexts } from './text.ts';

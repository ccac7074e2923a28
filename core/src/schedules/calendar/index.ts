export { blocks, type Entry, type OwnerRef, type OwnersEntries, type Synced } from './entry.ts';

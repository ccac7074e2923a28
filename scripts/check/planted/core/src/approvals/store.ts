export const store = 'approvals';

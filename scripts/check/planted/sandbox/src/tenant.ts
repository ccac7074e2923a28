export const tenant = 'tenant';

export { certify } from './certify.ts';
export { type CertificateCheck, checkCertificate } from './check.ts';
export type { Certificate, CertificateInput, CertificateMark } from './contract.ts';
export { pagesOf } from './pages.ts';
export { renderCertificate } from './render.ts';

export { type CertificateCheck, checkCertificate } from './check.ts';
export { pagesOf } from './pages.ts';
export { renderCertificate } from './render.ts';

export type { Label } from './bag-text.ts';
export type { BagFile } from './bagit.ts';
export type { PackageParts, PackageRequest } from './package.ts';
export { createPackages, type Packages, packagesRoutes } from './service.ts';

export { SCENES_ONE } from './one.fixture.ts';

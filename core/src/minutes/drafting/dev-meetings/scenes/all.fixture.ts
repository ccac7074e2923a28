export { SCENES_ONE } from './one.fixture.ts';
export { SCENES_TWO } from './two.fixture.ts';

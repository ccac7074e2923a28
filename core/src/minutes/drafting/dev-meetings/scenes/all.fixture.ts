export { SCENES_FOUR } from './four.fixture.ts';
export { SCENES_ONE } from './one.fixture.ts';
export { SCENES_THREE } from './three.fixture.ts';
export { SCENES_TWO } from './two.fixture.ts';

import { startEmbeddedPostgres } from '../platform/index.ts';
import { homeForTests, sharedMemoryIn } from './home-for-tests.ts';

// A test run as it stands while its tests run; it says where its databases lie, and stays until it is killed.
const home = await homeForTests(process.argv[2]);
await startEmbeddedPostgres(home, sharedMemoryIn(home));
process.stdout.write(`${home}\n`);
setInterval(() => undefined, 60_000);

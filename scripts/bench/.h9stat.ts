import globalSetup from '/work/main/core/src/testing/global-setup.ts';
import globalTeardown from '/work/main/core/src/testing/global-teardown.ts';
import { testCity } from '/work/main/core/src/testing/test-city.ts';
import { coreAloneSide, coreSide } from '/work/main/scripts/bench/core-side.ts';
import { rawSides } from '/work/main/scripts/bench/raw-side.ts';
import { openDatabase, startEmbeddedPostgres } from '/work/main/core/src/platform/index.ts';
await globalSetup();
{const d=openDatabase({url:process.env.KAIGI_TEST_POSTGRES!}); await d.owner.query(`alter system set shared_preload_libraries='pg_stat_statements'`); await d.close();
await globalThis.kaigiTestPostgres!.stop(); const p=await startEmbeddedPostgres(process.env.KAIGI_TEST_POSTGRES_HOME!); globalThis.kaigiTestPostgres=p; process.env.KAIGI_TEST_POSTGRES=p.url;}
const city=await testCity(); const mode=process.argv[2]??'alone';
if(mode==='jobs')await city.suite.startJobs();
const raw=mode==='raw'||mode==='rt'?await rawSides(city):null;
const side=mode==='raw'?raw!.oneStatement:mode==='rt'?raw!.roundTrips:mode==='jobs'?await coreSide(city):await coreAloneSide(city);
const o=city.test.owner;
await o.query('create extension pg_stat_statements');
await side.prepare(20000);
for(let r=0;r<3;r++){await o.query('select pg_stat_statements_reset()');const b=performance.now();let n=0;const c0=process.cpuUsage();
await Promise.all(Array.from({length:16},async(_,w)=>{while(performance.now()-b<4000&&await side.step(w))n++;}));
const el=performance.now()-b; const c=process.cpuUsage(c0);console.log(mode,(n*1000/el).toFixed(0),'/s node cpu',((c.user+c.system)/1000/el*100).toFixed(0)+'%');
if(r==2){const q=await o.query(`select left(regexp_replace(query,'\\s+',' ','g'),90) s, calls, round(total_exec_time::numeric/$1,3) per_act, round(mean_exec_time::numeric,3) mean, round(shared_blks_hit::numeric/calls,1) hit, wal_bytes/calls wal from pg_stat_statements where calls>20 order by total_exec_time desc limit 25`,[n]);console.table(q.rows);}
await side.settle?.(); await side.prepare(20000);}
if(raw)await raw.close();
await city.close(); await globalTeardown();

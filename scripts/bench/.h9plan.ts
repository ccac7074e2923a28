import globalSetup from '/work/main/core/src/testing/global-setup.ts';
import globalTeardown from '/work/main/core/src/testing/global-teardown.ts';
import { testCity } from '/work/main/core/src/testing/test-city.ts';
import { coreAloneSide } from '/work/main/scripts/bench/core-side.ts';
await globalSetup();
const city=await testCity();
const side=await coreAloneSide(city);
const W=Number(process.argv[2]??16);
await side.prepare(20000);
for(let r=0;r<4;r++){const b=performance.now();let n=0;const c0=process.cpuUsage();
await Promise.all(Array.from({length:W},async(_,w)=>{while(performance.now()-b<4000&&await side.step(w))n++;}));
const el=performance.now()-b; const c=process.cpuUsage(c0);console.log((n*1000/el).toFixed(0),'/s node cpu',((c.user+c.system)/1000/el*100).toFixed(0)+'%');await side.prepare(20000);}
await city.close(); await globalTeardown();

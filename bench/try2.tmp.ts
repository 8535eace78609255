import { generateRows } from './assessment/generate-rows.ts'
import { assessByHand } from './assessment/by-hand.ts'
import { numbersOf } from './assessment/row.ts'
import { differences } from './assessment/answer.ts'
import { loadZen, answerOfZen } from './assessment/zen.ts'
const rows = generateRows(1000, 2026)
const nums = rows.map(numbersOf)
const d = loadZen()
let bad=0
for (let i=0;i<1000;i++){ const x=differences(assessByHand(rows[i]!), await answerOfZen(d,nums[i]!)); if(x.length){bad++; if(bad<6)console.log(i,x)} }
console.log('bad',bad)
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1e6}
for (const [name,f] of [['seq trace',async()=>{for(const n of nums)await d.evaluate(n,{trace:true})}],['seq',async()=>{for(const n of nums)await d.evaluate(n)}],['batch trace',async()=>{for(let i=0;i<1000;i+=50)await Promise.all(nums.slice(i,i+50).map(n=>d.evaluate(n,{trace:true})))}],['seq trace string',async()=>{for(const n of nums)await d.evaluate(n,{trace:'string'})}],['seq trace ref',async()=>{for(const n of nums)await d.evaluate(n,{trace:'reference'})}],['batch',async()=>{for(let i=0;i<1000;i+=50)await Promise.all(nums.slice(i,i+50).map(n=>d.evaluate(n)))}]] as const)
for(let k=0;k<3;k++){const a=cpu(),w=performance.now();await f();console.log(name,((cpu()-a)*1000).toFixed(1),'us cpu/row',(performance.now()-w).toFixed(1),'us wall')}

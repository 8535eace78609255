import { generateRows } from './assessment/generate-rows.ts'
import { assessByHand } from './assessment/by-hand.ts'
import { numbersOf } from './assessment/row.ts'
import { differences } from './assessment/answer.ts'
import { situationOf } from './assessment/publicodes-rules.ts'
import { loadPublicodes, answerOfPublicodes, evaluateFindings } from './assessment/publicodes.ts'
const rows = generateRows(1000, 2026)
const sits = rows.map(r=>situationOf(numbersOf(r)))
const d = loadPublicodes(6)
let bad=0
const kinds:any={}
for (let i=0;i<1000;i++){ const x=differences(assessByHand(rows[i]!), answerOfPublicodes(d,sits[i]!)); if(x.length){bad++; for(const y of x)kinds[y.finding]=(kinds[y.finding]??0)+1; if(bad<8)console.log(i,i%5,x)} }
console.log('bad',bad,kinds)
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1e6}
for(let k=0;k<3;k++){const a=cpu(),w=performance.now(); for(const s of sits)evaluateFindings(d,s);console.log(((cpu()-a)*1000).toFixed(1),'us cpu/row',(performance.now()-w).toFixed(1),'us wall')}
const cs = sits.map(s=>Object.fromEntries(Object.entries(s).map(([k,v])=>[k, typeof v==='number'?{nodeKind:'constant',nodeValue:v,type:'number',isNullable:false}:v==='oui'||v==='non'?{nodeKind:'constant',nodeValue:v==='oui',type:'boolean',isNullable:false}:{nodeKind:'constant',nodeValue:v.slice(1,-1),type:'string',isNullable:false}]))) as any[]
let b2=0;for (let i=0;i<1000;i++) if(differences(assessByHand(rows[i]!), answerOfPublicodes(d,cs[i]!)).length)b2++
console.log('const bad',b2)
for(let k=0;k<3;k++){const a=cpu(),w=performance.now(); for(const s of cs)evaluateFindings(d,s);console.log('const',((cpu()-a)*1000).toFixed(1),'us cpu/row',(performance.now()-w).toFixed(1),'us wall')}
for(let k=0;k<3;k++){const a=cpu(),w=performance.now(); for(const s of cs)d.setSituation(s);console.log('const set only',((cpu()-a)*1000).toFixed(1),'us cpu/row',(performance.now()-w).toFixed(1),'us wall')}
const F=['imported content','localization rate','localization requirement','operational requirement','reporting requirement','kit requirement','performance gate','import levy','export allowance','concession withdrawal','import surcharge','licence suspension']
for(let k=0;k<3;k++){const a=cpu(),w=performance.now(); for(const s of sits){d.setSituation(s);for(const f of F)d.evaluateNode(d.getRule(f))};console.log('evaluateNode',((cpu()-a)*1000).toFixed(1),'us cpu/row',(performance.now()-w).toFixed(1),'us wall')}

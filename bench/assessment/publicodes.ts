/** The same rows through publicodes. */
import Engine, { type EvaluatedNode } from 'publicodes'
import type { NumberAnswer } from './answer.ts'
import { type PublicodesSituation, publicodesRules } from './publicodes-rules.ts'

export type PublicodesEngine = Engine

export function loadPublicodes(lines: number): PublicodesEngine {
  return new Engine(publicodesRules(lines), { warn: false })
}

const FINDINGS = [
  'imported content',
  'localization rate',
  'localization requirement',
  'operational requirement',
  'reporting requirement',
  'kit requirement',
  'performance gate',
  'import levy',
  'export allowance',
  'concession withdrawal',
  'import surcharge',
  'licence suspension',
] as const

/** The evaluated node of each finding, which is a tree of everything that it used. */
export function evaluateFindings(engine: PublicodesEngine, situation: PublicodesSituation): readonly EvaluatedNode[] {
  engine.setSituation(situation)
  return FINDINGS.map((finding) => engine.evaluate(finding))
}

export function answerOfPublicodes(engine: PublicodesEngine, situation: PublicodesSituation): NumberAnswer {
  const nodes = evaluateFindings(engine, situation)
  const value = (finding: (typeof FINDINGS)[number]): unknown => nodes[FINDINGS.indexOf(finding)]?.nodeValue
  const number = (finding: (typeof FINDINGS)[number]): number => value(finding) as number
  const numberOrNone = (finding: (typeof FINDINGS)[number]): number | null => (value(finding) ?? null) as number | null
  const met = (finding: (typeof FINDINGS)[number]): boolean => value(finding) === true
  return {
    importedContent: number('imported content'),
    localizationRate: number('localization rate'),
    localizationRequirement: met('localization requirement'),
    operationalRequirement: met('operational requirement'),
    reportingRequirement: met('reporting requirement'),
    kitRequirement: met('kit requirement'),
    performanceGate: met('performance gate'),
    importLevy: number('import levy'),
    exportAllowance: numberOrNone('export allowance'),
    concessionWithdrawal: numberOrNone('concession withdrawal'),
    importSurcharge: { amount: numberOrNone('import surcharge'), from: numberOrNone('concession withdrawal') },
    licenceSuspension: numberOrNone('licence suspension'),
  }
}

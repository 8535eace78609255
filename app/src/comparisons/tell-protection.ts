/** `protection`: how far the tariffs of a law protect the making of each product here, and where they do the opposite. */
import { findingOf } from '@maqami/engine/determine/determine.ts'
import { explain } from '@maqami/engine/explain/explain.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { explanationText } from '@maqami/engine/explain/text.ts'
import type { Command } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, readOptions, single } from '../kernel/options.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { type ProtectedFound, protectProducts } from './protect-products.ts'
import { protectionJson } from './protection-json.ts'
import { protectionText } from './protection-text.ts'
import { protectionView } from './protection-view.ts'
import { QUESTION_OPTIONS, QUESTION_USAGE, questionTold, unfitFacts } from './question-told.ts'

export const tellProtection: Command = {
  name: 'protection',
  usage: `${QUESTION_USAGE} [--explain PRODUCT] [--lang en|ur] [--format text|json] [--out FILE]`,
  summary: 'Say how far tariffs protect making each product and part here, and warn where they do the opposite',
  run: async (args) => {
    const options = readOptions(args, [...QUESTION_OPTIONS, 'explain', 'lang', 'format', 'out'])
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const { routes, question } = await questionTold(options, language)
    const found = protectProducts(routes, question)
    if (!found.ok) throw unfitFacts(found.problems, language)
    const names = found.products.map(({ product }) => product.name)
    const explained = single(options, 'explain') === undefined ? undefined : choice(options, 'explain', names)
    const one = found.products.find(({ product }) => product.name === explained)
    const text =
      one !== undefined
        ? explainedIn(one, routes.comparison.protection.rate, language)
        : format === 'json'
          ? JSON.stringify(protectionJson(routes, question, found.products), undefined, 2)
          : protectionText(routes, question, protectionView(routes, question, found.products, language), language)
    const isBare = format === 'json' && one === undefined
    await deliver(isBare ? text : `${headingText(routes.release, language)}\n\n${text}`, single(options, 'out'))
    return 0
  },
}

/** The rate, and each tariff as its own law explains it. */
function explainedIn({ assessment, tariff, inputTariff }: ProtectedFound, rate: string, language: Language): string {
  const texts = [
    { assessment, finding: findingOf(assessment, rate) },
    ...[tariff.from, inputTariff.from].filter((from) => from !== undefined),
  ].flatMap(({ assessment: own, finding }) => {
    const explanation = finding && explain(own, finding.provision.name)
    return explanation === undefined
      ? []
      : [explanationText(explanation, { language, names: namesOf(own.engine.programme) })]
  })
  return texts.join('\n\n')
}

/** For what and for how long an agreement holds, as pages tell it. */
import type { ReactNode } from 'react'
import type { Language } from '../../kernel/problem.ts'
import { dayText } from '../../pages/when.ts'
import { agreementWordsOf } from './agreement-words.ts'
import type { AgreementView } from './show-agreements.ts'

export function modelsOf({ models }: Pick<AgreementView, 'models'>, language: Language): ReactNode {
  if (models.length === 0) return agreementWordsOf(language).allModels
  return <bdi>{models.join(language === 'ur' ? '، ' : ', ')}</bdi>
}

export function daysOf({ from_on, last_on }: Pick<AgreementView, 'from_on' | 'last_on'>, language: Language): string {
  const words = agreementWordsOf(language)
  const from = dayText(from_on, language)
  return last_on === undefined ? words.since(from) : words.fromTo(from, dayText(last_on, language))
}

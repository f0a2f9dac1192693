import type { Convention } from '#shared/model/jury.ts'
import type { TieRule } from '#shared/model/rubric.ts'
import { tieRuleText } from '#shared/rules/jury-explain.ts'
import { useLanguage } from '../../app/text.ts'

/** A tie rule as a line of a list, with the titles of this convention's stages and criteria. */
export function useTieWords({ stages }: Pick<Convention, 'stages'>): (rule: TieRule) => string {
  const language = useLanguage()
  return (rule) => {
    const text = tieRuleText(rule, stages, language)
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  }
}

import type { Fault } from '#shared/model/faults.ts'
import type { Language } from '#shared/model/text.ts'
import { faultsText } from './faults.ts'
import { say } from './messages.ts'

/** What happened, what is safe and what to do, as running text for the command line and the log of the window. */
export function faultSentence(fault: Fault, language: Language): string {
  const parts = [
    say(faultsText[fault.kind], language, { file: fault.file }),
    ...(fault.keptAs === undefined ? [] : [say(faultsText.kept, language, { file: fault.keptAs })]),
    faultsText[`${fault.kind}_safe`][language],
    faultsText[`${fault.kind}_do`][language],
  ]
  return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ')
}

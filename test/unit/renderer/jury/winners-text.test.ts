import { describe, expect, it } from 'vitest'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { emptyConvention } from '#test/makers/convention-large.ts'
import { winnersText } from '../../../../renderer/features/jury/results/export.ts'
import { rankLines } from '../../../../renderer/features/jury/results/rank-lines.ts'

const textOf = (state: 'penilaian' | 'selesai'): string => {
  const convention = emptyConvention({ name: 'Konvensi Contoh', state })
  const lines = rankLines({ convention, result: conventionResult(convention, []), category: '', before: null })
  return winnersText(lines, { convention, provisional: false, language: 'id', category: '', t: (key) => key, both: ({ id }) => id })
}

describe('the winners as a text to send', () => {
  it('calls nobody a winner before judging is closed', () => {
    expect(textOf('penilaian')).toContain('juryResults.chatProvisional')
    expect(textOf('penilaian')).not.toContain('juryResults.chatWinners')
    expect(textOf('selesai')).toContain('juryResults.chatWinners')
  })
})

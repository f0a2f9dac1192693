import { expect, it } from 'vitest'
import type { RewardId } from '#shared/model/ids.ts'
import type { Reward } from '#shared/model/session.ts'
import { rewardText } from '#shared/rules/chat-reward.ts'
import type { Candidate } from '#shared/rules/rewards.ts'

const reward: Reward = {
  id: 'hadiah' as RewardId /* test id */,
  order: 'a0',
  kind: 'insentif',
  title: 'Inovasi *terbaik*',
  to: 'innovation',
  amount: 5_000_000,
  criteria: [],
  most: null,
  added: [],
  left: [],
  note: 'Rekening 1234567890',
}
const candidate = (name: string, unit: string): Candidate => ({ id: name, name, unit, reasons: [], rank: null, tied: false, byHand: true })

it('names who is proposed, says it is a proposal, and keeps sums and notes to the secretariat', () => {
  const given = [candidate('LANGKOK', 'Disdukcapil'), candidate('JAKA SUPER', '')]
  expect(rewardText(reward, { given }, '2026-11-22', 'id')).toBe(
    '*Penghargaan: Inovasi ∗terbaik∗*\nInsentif\nUsulan per 22 November 2026, belum ditetapkan.\n\n*Penerima*\n- LANGKOK, Disdukcapil\n- JAKA SUPER',
  )
  expect(rewardText({ ...reward, title: ' ' }, { given: [] }, '2026-11-22', 'en')).toContain('No recipients yet.')
})

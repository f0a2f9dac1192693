/** Three rewards to begin with. They are our proposal and no rule of LAN; the note on each says so. */
import type { Reward } from '#shared/model/session.ts'
import type { Say } from '../../app/text.ts'

export const starters = (t: Say): readonly Omit<Reward, 'id' | 'order'>[] => {
  const common = { amount: null, added: [], left: [], note: t('rewards.starterNote') } as const
  return [
    {
      ...common,
      kind: 'piagam',
      title: t('rewards.starterUnit'),
      to: 'unit',
      most: 3,
      criteria: [
        { indicator: 'innovations', atLeast: 1 },
        { indicator: 'canvases_done', atLeast: 5 },
        { indicator: 'attendance', atLeast: 80 },
      ],
    },
    {
      ...common,
      kind: 'dana_stimulan',
      title: t('rewards.starterInnovation'),
      to: 'innovation',
      most: null,
      criteria: [
        { indicator: 'launched', atLeast: 1 },
        { indicator: 'members', atLeast: 2 },
      ],
    },
    {
      ...common,
      kind: 'piagam',
      title: t('rewards.starterPerson'),
      to: 'person',
      most: null,
      criteria: [{ indicator: 'attendance', atLeast: 90 }],
    },
  ]
}

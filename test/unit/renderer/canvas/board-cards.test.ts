import { describe, expect, it } from 'vitest'
import { setVotes } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { BoardDef } from '#shared/model/pack.ts'
import { makeItems } from '#test/makers/innovation.ts'
import { cardsOf, webAddress, zoneNamed } from '../../../../renderer/features/canvas/board/cards.ts'
import { asSeen, authorColor, isClosed } from '../../../../renderer/features/canvas/board/closed.ts'
import { addNotes, putNotes, setFacts } from '../../../../renderer/features/canvas/board/edits.ts'
import { missingStarters } from '../../../../renderer/features/canvas/board/starters.ts'
import { clearVotes, quotaOf, resultsOf, vote, votersOf } from '../../../../renderer/features/canvas/board/votes.ts'
import { makeDesk } from './desk.ts'

const zone = (key: string, id: string, en: string): BoardDef['zones'][number] => ({
  key,
  label: { id, en },
  hint: { id: '', en: '' },
  color: 'langit',
})
const def = {
  zones: [zone('ide_baru', 'Ide baru', 'New idea'), zone('replikasi', 'Replikasi', 'Replication'), zone('ide_lama', 'Ide lama', 'Old')],
}

describe('cards from pasted text', () => {
  it('makes one card per line, without list marks', () => {
    expect(cardsOf(def, '1. Satu\n\n- Dua', 'replikasi')).toEqual([
      { text: 'Satu', zone: 'replikasi' },
      { text: 'Dua', zone: 'replikasi' },
    ])
  })

  it('reads two columns of a spreadsheet: the second names the zone by number, name, key or its beginning', () => {
    const text = 'Antar berkas\t2\r\nLoket malam\tide BARU\r\nKader\treplikasi\r\nPos\tRepl\r\nTanpa\t\r\n'
    expect(cardsOf(def, text, 'ide_lama').map((card) => card.zone)).toEqual(['replikasi', 'ide_baru', 'replikasi', 'replikasi', 'ide_lama'])
    expect(cardsOf(def, text, 'ide_lama').map((card) => card.text)).toEqual(['Antar berkas', 'Loket malam', 'Kader', 'Pos', 'Tanpa'])
  })

  it('keeps a cell of several lines as one card, and the words of a second column that names no zone', () => {
    expect(cardsOf(def, '"Baris satu\nbaris dua"\t1\n', 'replikasi')).toEqual([{ text: 'Baris satu\nbaris dua', zone: 'ide_baru' }])
    expect(cardsOf(def, 'Loket\tPak Budi', 'replikasi')).toEqual([{ text: 'Loket, Pak Budi', zone: 'replikasi' }])
  })

  it('guesses no zone from a word that fits two, nor from a number beyond the last', () => {
    expect([zoneNamed(def, 'ide'), zoneNamed(def, '4'), zoneNamed(def, '0'), zoneNamed(def, ' ')]).toEqual([null, null, null, null])
  })
})

it('opens only addresses of the web', () => {
  const addresses = [
    'https://solok.go.id/a b',
    ' http://x.id ',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'solok.go.id',
    '',
  ]
  expect(addresses.map(webAddress)).toEqual(['https://solok.go.id/a%20b', 'http://x.id/', null, null, null, null, null])
})

describe('writing alone', () => {
  const settings = { private: true }
  const [own, other, frame] = makeItems([
    { author: 'Rina', text: 'milik saya', color: 'pandan', votes: 2 },
    {
      author: 'Budi',
      text: 'rahasia',
      color: 'jambu',
      votes: 3,
      link: 'https://x.id',
      picture: 'a.png',
      table: 'M2',
      values: { siapa: 'Budi' },
    },
    { author: 'Budi', text: 'Klaster', role: 'cluster' },
  ])
  const items = [own, other, frame].flatMap((item) => item ?? [])

  it('shows of the cards of others only that they are there, and who wrote them', () => {
    const seen = asSeen(settings, 'Rina', items)
    expect(seen[0]).toBe(own)
    expect(seen[2]).toBe(frame)
    expect(JSON.stringify(seen[1])).not.toMatch(/rahasia|x\.id|a\.png|siapa|jambu/u)
    expect(seen[1]).toMatchObject({ author: 'Budi', votes: 0, color: authorColor('Budi') })
    expect(items.map((item) => isClosed(settings, 'Rina', item))).toEqual([false, true, false])
  })

  it('hides nothing once everything is opened', () => {
    expect(asSeen({}, 'Rina', items)).toBe(items)
  })
})

describe('votes', () => {
  const desk = () => {
    const made = makeDesk(byPerson)
    const ids = addNotes(
      made,
      ['a', 'b', 'c', 'd'].map((text) => ({ zone: 'ide_baru', text, color: 'langit' as const })),
    )
    return { made, ids }
  }

  it('takes the number of votes from the settings before the definition', () => {
    expect([
      quotaOf({ votes: { quota: 5 } }, {}),
      quotaOf({ votes: { quota: 5 } }, { quota: 3 }),
      quotaOf({}, {}),
      quotaOf({}, { quota: 2 }),
    ]).toEqual([5, 3, null, 2])
  })

  it('counts the votes given for somebody without a device as his own', () => {
    const { made, ids } = desk()
    const first = ids[0] ?? made.newId()
    expect([1, 2, 3].map(() => vote(made, first, 2, 1, 'Bu Yanti'))).toEqual([true, true, false])
    expect(vote(made, first, 2, 1)).toBe(true)
    expect(votersOf(made)).toEqual([
      { who: 'Bu Yanti', votes: 2 },
      { who: 'Rina', votes: 1 },
    ])
  })

  it('ranks by votes, lets equal ones share a place, and says so', () => {
    const items = makeItems([{ votes: 1 }, { votes: 4 }, { votes: 0 }, { votes: 4 }, { votes: 9, role: 'cluster' }])
    expect(resultsOf(items).map(({ item, place, tied }) => [item.id, place, tied])).toEqual([
      ['i2', 1, true],
      ['i4', 1, true],
      ['i1', 3, false],
    ])
  })

  it('clears the votes of everybody and can give each back to whom they belonged', () => {
    const { made, ids } = desk()
    const [one, two] = ids
    if (one === undefined || two === undefined) throw new Error('no notes')
    setVotes(made.doc, made.canvas, one, 'Budi', 2, byPerson)
    setVotes(made.doc, made.canvas, two, 'Rina', 1, byPerson)
    const { gone, restore } = clearVotes(made)
    expect([gone, votersOf(made)]).toEqual([3, []])
    restore()
    expect(votersOf(made)).toEqual([
      { who: 'Budi', votes: 2 },
      { who: 'Rina', votes: 1 },
    ])
    made.undo.undo()
    expect(votersOf(made)).toEqual([])
  })
})

describe('paper notes and what cards carry', () => {
  it('keeps the author and table of a batch and adds behind everything there is', () => {
    const desk = makeDesk(byPerson)
    addNotes(desk, [{ zone: 'ide_baru', text: 'satu', color: 'langit' }])
    addNotes(desk, [{ zone: 'ide_baru', text: 'dua', color: 'langit', author: 'Kertas', table: 'M4' }])
    expect(desk.items().map((item) => [item.text, item.author, item.table])).toEqual([
      ['satu', 'Rina', ''],
      ['dua', 'Kertas', 'M4'],
    ])
  })

  it('undoes a place and a column each as one step', () => {
    const desk = makeDesk(byPerson)
    const [id] = addNotes(desk, [{ zone: 'ide_baru', text: 'satu', color: 'langit' }])
    if (id === undefined) throw new Error('no note')
    putNotes(desk, [{ id, x: 40, y: 8 }])
    setFacts(desk, id, { link: 'https://x.id', values: { siapa: 'Budi' } })
    expect(desk.items()[0]).toMatchObject({ x: 40, y: 8, link: 'https://x.id', values: { siapa: 'Budi' } })
    desk.undo.undo()
    expect(desk.items()[0]).toMatchObject({ x: 40, link: '', values: {} })
    desk.undo.undo()
    expect(desk.items()[0]).toMatchObject({ x: null, text: 'satu' })
  })

  it('offers the starters that are not there yet, in the language of the person', () => {
    const starters: BoardDef['starters'] = [
      { text: { id: 'Antrean', en: 'Queue' }, zone: 'replikasi', values: { siapa: { id: 'Loket', en: 'Desk' }, bobot: 2 } },
      { text: { id: 'Arsip', en: 'Archive' }, values: {} },
      { text: { id: 'Mahal', en: 'Costly' }, zone: 'replikasi', color: 'jambu', values: {} },
    ]
    expect(missingStarters({ ...def, starters }, makeItems([{ text: 'Archive' }]), 'en')).toEqual([
      { zone: 'replikasi', text: 'Queue', color: 'langit', values: { siapa: 'Desk', bobot: 2 } },
      { zone: 'replikasi', text: 'Costly', color: 'jambu', values: {} },
    ])
  })
})

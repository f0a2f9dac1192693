import { describe, expect, it } from 'vitest'
import type { CanvasDef, ProposalDef } from '#shared/model/pack.ts'
import { canvasDef, proposalDef } from '#shared/model/pack.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { fillFrom } from '../../../../renderer/features/proposal/identity-fill.ts'

const both = (text: string) => ({ id: text, en: text })

const form: ProposalDef = proposalDef.parse({
  kind: 'proposal',
  id: 'kipp',
  title: both('KIPP'),
  short: both('KIPP'),
  status: 'unverified',
  source: 'uji',
  header: [
    { key: 'judul', label: both('Judul'), type: 'line' },
    { key: 'tanggal_mulai', label: both('Mulai'), type: 'date' },
    { key: 'nama_inovator', label: both('Inovator'), type: 'line' },
    { key: 'telepon', label: both('Telepon'), type: 'phone' },
    { key: 'posel', label: both('Pos-el'), type: 'email' },
    { key: 'video', label: both('Video'), type: 'line' },
  ],
  sections: [{ key: 'ringkasan', title: both('Ringkasan'), prompt: both('Tulis') }],
})

const idea: CanvasDef = canvasDef.parse({
  kind: 'form',
  id: 'form-ide',
  title: both('Form'),
  stage: 'diagnose',
  help: both('x'),
  example: both('x'),
  status: 'unverified',
  source: 'uji',
  outline: { heading: both('x'), lead: both('x') },
  review: false,
  fields: [
    { key: 'hp', label: both('HP'), type: 'phone' },
    { key: 'email', label: both('Pos-el'), type: 'email' },
  ],
})

const innovation = makeInnovation({
  name: 'LANGKOK',
  longName: 'Lahir Pulang OK',
  startedOn: '2024-02-05',
  members: [
    { name: 'Afdal Hakim, S.Sos.', position: '' },
    { name: 'Rina Oktavia, S.Kom.', position: '' },
  ],
  canvases: { 'form-ide': { def: 'form-ide', state: 'berjalan', items: [], settings: {}, fields: { hp: ' 0812 ', email: '' } } },
})

describe('taking the head of a form from the innovation', () => {
  it('fills title, start, innovators and what the canvas form knows', () => {
    expect(fillFrom(form, innovation, [idea])).toEqual({
      judul: 'LANGKOK (Lahir Pulang OK)',
      tanggal_mulai: '2024-02-05',
      nama_inovator: 'Afdal Hakim, S.Sos.; Rina Oktavia, S.Kom.',
      telepon: '0812',
    })
  })

  it('leaves everything as it is that somebody wrote', () => {
    const header = { judul: 'Judul kami', tanggal_mulai: '', telepon: '0813' }
    const written = { ...innovation, proposals: { kipp: { form: 'kipp', header, sections: {} } } }
    expect(fillFrom(form, written, [idea])).toEqual({
      tanggal_mulai: '2024-02-05',
      nama_inovator: 'Afdal Hakim, S.Sos.; Rina Oktavia, S.Kom.',
    })
  })

  it('gives nothing where the innovation knows nothing', () => {
    expect(fillFrom(form, makeInnovation({ name: '', longName: '' }), [idea])).toEqual({})
  })
})

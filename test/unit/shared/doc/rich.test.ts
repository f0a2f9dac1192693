import { getSchema } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { appendRich, readRich } from '#shared/doc/rich.ts'
import type { RichNode } from '#shared/model/lab.ts'
import { parseBlocks } from '#shared/rules/rich-text.ts'

const written: RichNode = parseBlocks([
  { h: 'Latar belakang' },
  { p: 'Setiap akhir triwulan **bendahara** pulang *larut malam*.' },
  { ul: ['pengumuman rutin', 'daftar **terbuka**'] },
  { ol: ['satu', 'dua'] },
  { table: { head: ['Aspek', 'Sebelum'], rows: [['Waktu', '21 hari']] } },
])

const fragmentOf = (node: RichNode): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('section/kipp/ringkasan')
  appendRich(fragment, node)
  return fragment
}

describe('rich text', () => {
  it('comes out of a document as it went in', () => {
    expect(readRich(fragmentOf(written))).toEqual(written)
  })

  it('opens in the editor with every word and mark', () => {
    const schema = getSchema([StarterKit, Image, TableKit])
    const node = yXmlFragmentToProseMirrorRootNode(fragmentOf(written), schema)
    expect(() => node.check()).not.toThrow()
    expect(node.textContent).toBe(
      'Latar belakangSetiap akhir triwulan bendahara pulang larut malam.pengumuman rutindaftar terbukasatuduaAspekSebelumWaktu21 hari',
    )
    const bold: string[] = []
    node.descendants((child) => {
      if (child.marks.some((mark) => mark.type.name === 'bold')) bold.push(child.text ?? '')
    })
    expect(bold).toEqual(['bendahara', 'terbuka'])
  })

  it('leaves out nodes and marks it does not know', () => {
    const fragment = new Y.Doc().getXmlFragment('x')
    const script = new Y.XmlElement('script')
    script.insert(0, [new Y.XmlText('alert(1)')])
    const text = new Y.XmlText()
    text.insert(0, 'aman', { blink: {} })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    fragment.insert(0, [script, paragraph])
    expect(readRich(fragment)).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'aman' }] }] })
  })
})

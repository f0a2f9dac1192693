/** Named styles, so that a secretariat changes the look in one place and not paragraph by paragraph. */
import { AlignmentType, type IStylesOptions, LeaderType, LineRuleType, TabStopType } from 'docx'
import type { Outline } from '#shared/model/outline.ts'
import { fontNames } from '../fonts.ts'
import { body, caption, cell, colour, contents, foot, heading, index, kop, type Page, title } from '../look.ts'
import { halfPoints, hex, lines, twips } from './units.ts'

const levels = [1, 2, 3, 4] as const

export function stylesFor(outline: Outline, page: Page): IStylesOptions {
  const font = fontNames[outline.font ?? 'arial']
  const headings = Object.fromEntries(levels.map((level) => [`heading${level}`, headingStyle(level, font)]))
  return {
    default: {
      document: {
        run: {
          font: { ascii: font, hAnsi: font, cs: font },
          size: halfPoints(body.size),
          kern: halfPoints(8),
          language: { value: outline.language },
        },
        paragraph: {
          spacing: { before: 0, after: twips(body.after), line: lines(outline.lineSpacing ?? body.line), lineRule: LineRuleType.AUTO },
        },
      },
      title: {
        run: { font, size: halfPoints(title.size), bold: true, color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, after: 0, line: lines(title.line), lineRule: LineRuleType.AUTO },
        },
      },
      ...headings,
    },
    paragraphStyles: [
      { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.BOTH } },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: halfPoints(caption.size), color: '000000' },
        paragraph: {
          spacing: { before: twips(caption.before), after: twips(caption.after), line: lines(caption.line), lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: halfPoints(cell.size) },
        paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 0, after: 0, line: lines(cell.line), lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Letterhead',
        name: 'Kop Naskah',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: halfPoints(kop.small) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, line: lines(1), lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'ContentsTitle',
        name: 'Contents Title',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: halfPoints(title.size), bold: true },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, after: twips(contents.titleAfter), line: lines(title.line), lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'IndexGroup',
        name: 'index heading',
        basedOn: 'IndexEntry',
        next: 'IndexEntry',
        paragraph: {
          alignment: AlignmentType.LEFT,
          keepLines: true,
          spacing: {
            before: twips(index.groupBefore),
            after: twips(index.after),
            line: lines(index.line),
            lineRule: LineRuleType.AUTO,
          },
        },
      },
      {
        id: 'IndexEntry',
        name: 'index 1',
        basedOn: 'Normal',
        run: { size: halfPoints(index.size) },
        paragraph: {
          alignment: AlignmentType.LEFT,
          keepLines: true,
          spacing: { before: 0, after: twips(index.after), line: lines(index.line), lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'FootLine',
        name: 'Foot Line',
        basedOn: 'Normal',
        run: { size: halfPoints(foot.size), color: hex(colour.muted) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, line: lines(1), lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'PageNumber',
        name: 'Page Number Line',
        basedOn: 'FootLine',
        run: { size: halfPoints(foot.numberSize), color: '000000' },
        paragraph: { spacing: { before: 0, after: twips(6), line: lines(1), lineRule: LineRuleType.AUTO } },
      },
      ...levels.map((level) => ({
        id: `Unlisted${level}`,
        name: `Unlisted Heading ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        ...headingStyle(level, font),
      })),
      ...([1, 2, 3] as const).map((level) => contentsStyle(level, page)),
    ],
    characterStyles: [{ id: 'Muted', name: 'Muted', run: { color: hex(colour.muted) } }],
  }
}

const headingStyle = (level: 1 | 2 | 3 | 4, font: string): { run: object; paragraph: object } => {
  const look = heading[level]
  return {
    run: { font, size: halfPoints(look.size), bold: true, italics: look.italic, color: '000000' },
    paragraph: {
      alignment: AlignmentType.LEFT,
      keepNext: true,
      keepLines: true,
      spacing: { before: twips(look.before), after: twips(look.after), line: lines(body.line), lineRule: LineRuleType.AUTO },
    },
  }
}

const contentsStyle = (level: 1 | 2 | 3, page: Page): { id: string; name: string; basedOn: string; run: object; paragraph: object } => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  run: { size: halfPoints(contents.size), bold: level === 1 },
  paragraph: {
    alignment: AlignmentType.LEFT,
    indent: { left: twips((level - 1) * contents.step) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(page.body.width), leader: LeaderType.DOT }],
    spacing: { before: 0, after: twips(contents.after), line: lines(contents.line), lineRule: LineRuleType.AUTO },
  },
})

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { adaptTweakpane } from '../../scripts/adapt-tweakpane.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('tweakpane'), 'utf8');

describe('adaptTweakpane', () => {
  test('leaves no HTML from strings and no style element in the installed version', () => {
    expect(source).toContain('.innerHTML = ');
    const adapted = adaptTweakpane(source);
    expect(adapted).not.toMatch(
      /innerHTML\s*=|insertAdjacentHTML|outerHTML|createElement\(['"]style['"]\)|document\.write/,
    );
    expect(adapted.length).toBeGreaterThan(0.99 * source.length);
  });

  test('draws every icon of the original, shape by shape', () => {
    const body = /function createSvgIconElement[\s\S]*?\n\}\n/.exec(adaptTweakpane(source))![0];
    const map = /const ICON_ID_TO_INNER_HTML_MAP = \{[\s\S]*?\n\};\n/.exec(source)![0];
    interface Shape {
      readonly name: string;
      readonly attributes: Record<string, string>;
      readonly children: Shape[];
      setAttribute(key: string, value: string): void;
      appendChild(child: Shape): void;
    }
    const createElementNS = (_namespace: string, name: string): Shape => {
      const attributes: Record<string, string> = {};
      const children: Shape[] = [];
      return {
        name,
        attributes,
        children,
        setAttribute: (key, value) => {
          attributes[key] = value;
        },
        appendChild: (child) => {
          children.push(child);
        },
      };
    };
    const draw = new Function(`const SVG_NS = ''; ${map} ${body} return createSvgIconElement;`)() as (
      document: { createElementNS: typeof createElementNS },
      icon: string,
    ) => Shape;
    const pad = draw({ createElementNS }, 'p2dpad').children.map(({ name, attributes }) => ({
      name,
      attributes,
    }));
    expect(pad).toEqual([
      { name: 'path', attributes: { d: 'M8 4v8' } },
      { name: 'path', attributes: { d: 'M4 8h8' } },
      { name: 'circle', attributes: { cx: '12', cy: '12', r: '1.2' } },
    ]);
    expect(draw({ createElementNS }, 'check').children).toHaveLength(1);
    expect(draw({ createElementNS }, 'dropdown').children).toHaveLength(1);
  });

  test('stops the build when a text to rewrite is missing', () => {
    expect(() => adaptTweakpane(source.replaceAll('styleElem', 'element'))).toThrow('found 0 times');
    expect(() => adaptTweakpane('')).toThrow('Tweakpane is not as');
  });
});

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { shippedFonts } from '../../components/site/shipped-fonts.ts';

export const getStaticPaths = () =>
  shippedFonts().map((font) => ({ params: { font: font.name }, props: { text: font.licenceText } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

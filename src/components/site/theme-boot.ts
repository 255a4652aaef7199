/**
 * An inline script for the head. It sets the stored theme before the first paint, so that the page does not flash, and
 * `data-js`, which shows the controls that need JavaScript. With forced colours the stored theme is ignored, because
 * drawings must match the system's colours.
 */
export const themeBoot = `(()=>{const r=document.documentElement;r.dataset.js='';try{const t=localStorage.getItem('deshielo:theme');if((t==='light'||t==='dark')&&!matchMedia('(forced-colors: active)').matches)r.dataset.theme=t}catch{}})()`;

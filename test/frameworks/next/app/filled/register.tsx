'use client';
import 'iom-widgets/elements/news-feed.js';

export const Register = () => null;

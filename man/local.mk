dist_man_MANS += man/newspane.1
